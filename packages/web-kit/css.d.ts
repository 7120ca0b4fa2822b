/** A page's own stylesheet: `import "./MeetingPage.css"`. */
declare module "*.css";
