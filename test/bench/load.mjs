import { Agent, request } from "node:http";

/** Keeps `connections` requests under way for some seconds and says how many were answered with 200. */
process.once("message", ({ url, cookie, seconds, connections }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + seconds * 1000;
  let [good, bad, open] = [0, 0, 0];
  const ask = () => {
    open++;
    request(url, { agent, headers: { cookie } }, (answer) => {
      answer.resume().on("end", () => {
        if (answer.statusCode === 200) good++;
        else bad++;
        next();
      });
    })
      .on("error", () => {
        bad++;
        next();
      })
      .end();
  };
  const next = () => {
    open--;
    if (performance.now() < until) return ask();
    if (open > 0) return;
    agent.destroy();
    process.send({ perSecond: good / seconds, bad });
    process.disconnect();
  };
  for (let i = 0; i < connections; i++) ask();
});
