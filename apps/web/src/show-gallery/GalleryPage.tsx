export default () => <p>gallery</p>;
