import { connect } from "node:net";

/** Signs made-up people up over real HTTP for some seconds: `connections` requests under way, each by somebody else. Says how many and how long they took. */
process.once("message", ({ url, seconds, connections, from = 0 }) => {
  const { host, hostname, port, pathname } = new URL(url);
  const until = performance.now() + seconds * 1000;
  const times = [];
  let [bad, open, next] = [0, connections, from];

  const requestOf = (n) => {
    const body = JSON.stringify({ name: `志愿者${n}`, phone: `199${String(n).padStart(8, "0")}` });
    const head = `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\nx-lianxin: 1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}`;
    return `${head}\r\n\r\n${body}`;
  };
  const end = (socket) => {
    socket.destroy();
    if (--open > 0) return;
    times.sort((a, b) => a - b);
    process.send({ perSecond: times.length / seconds, bad, p99: times[Math.floor(times.length * 0.99)] ?? 0 });
    process.disconnect();
  };
  function keepPressing(socket) {
    let [text, began] = ["", performance.now()];
    const press = () => {
      text = "";
      began = performance.now();
      socket.write(requestOf(next++));
    };
    socket.setEncoding("latin1").setNoDelay(true);
    socket.on("data", (part) => {
      text += part;
      const head = text.indexOf("\r\n\r\n");
      if (head < 0 || text.length < head + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0)) return;
      if (text.startsWith("HTTP/1.1 200 ")) times.push(performance.now() - began);
      else bad++;
      if (performance.now() >= until) end(socket);
      else press();
    });
    socket.on("error", () => {
      bad++;
      end(socket);
    });
    press();
  }
  for (let i = 0; i < connections; i++) keepPressing(connect(Number(port), hostname));
});
