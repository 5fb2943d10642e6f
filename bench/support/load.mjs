import autocannon from 'autocannon';

/** Requests a second over this many connections; each request once, every answer of the wanted status. */
export async function requestsPerSecond(url, { connections, requests, status }) {
  let next = 0;
  const wrong = [];
  const began = performance.now();
  let ended = began;
  const result = await autocannon({
    url,
    connections,
    amount: requests.length,
    requests: [
      {
        setupRequest: (base) => ({ ...base, ...requests[next++ % requests.length] }),
        onResponse: (got, body) => {
          // The client itself ends with a whole second only.
          ended = performance.now();
          if (got !== status) wrong.push(`${got} ${body.slice(0, 200)}`);
        },
      },
    ],
  });
  const seconds = (ended - began) / 1000;
  if (wrong.length + result.errors > 0)
    throw new Error(`${wrong.length} wrong answers, ${result.errors} errors; the first: ${wrong[0]}`);
  return {
    rate: requests.length / seconds,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}
