import { connect } from "node:net";

// Written on bare sockets: a client library costs as much of two cores as the server it measures.
const headEnd = "\r\n\r\n";

/** Keeps `connections` requests under way for some seconds and says how many were answered with 200. */
process.once("message", ({ url, cookie, seconds, connections }) => {
  const { host, hostname, port, pathname } = new URL(url);
  const request = `GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\naccept: */*${headEnd}`;
  const until = performance.now() + seconds * 1000;
  let [good, bad, open] = [0, 0, connections];

  const end = (socket) => {
    socket.destroy();
    if (--open > 0) return;
    process.send({ perSecond: good / seconds, bad, cpuPerRequest: (process.cpuUsage().user + process.cpuUsage().system) / (good + bad) });
    process.disconnect();
  };

  function keepAsking(socket) {
    let text = "";
    socket.setEncoding("latin1").setNoDelay(true).write(request);
    socket.on("data", (part) => {
      text += part;
      const head = text.indexOf(headEnd);
      if (head < 0) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? NaN);
      if (Number.isNaN(length)) bad++;
      else if (text.length < head + headEnd.length + length) return;
      else if (text.startsWith("HTTP/1.1 200 ")) good++;
      else bad++;
      text = "";
      if (performance.now() >= until) return end(socket);
      socket.write(request);
    });
    socket.on("error", () => {
      bad++;
      end(socket);
    });
  }

  for (let i = 0; i < connections; i++) keepAsking(connect(Number(port), hostname));
});
