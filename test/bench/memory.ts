/** The most memory that a bot has said of itself since it is watched, in MB. */
export function watchMemory(url: string): { megabytes: () => number; stop: () => void } {
  let most = 0;
  const look = async () => {
    const answer = await fetch(`${url}/metrics`).then((response) => response.text());
    const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(answer)?.[1] ?? 0);
    most = Math.max(most, bytes);
  };
  const timer = setInterval(() => void look().catch(() => undefined), 200);
  return { megabytes: () => Math.round(most / 1024 / 1024), stop: () => clearInterval(timer) };
}
