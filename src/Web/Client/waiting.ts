const pause = 2000;

/** Reloads a page that says how many files wait, once that number has changed. The server stays the one that knows. */
export function watchWaiting(): void {
  const notice = document.querySelector<HTMLElement>("[data-waiting]");
  if (notice === null) {
    return;
  }
  const shown = Number(notice.dataset["waiting"]);
  const look = async (): Promise<void> => {
    const waiting = await countWaiting();
    if (waiting !== null && waiting !== shown) {
      location.reload();
      return;
    }
    window.setTimeout(() => void look(), pause);
  };
  window.setTimeout(() => void look(), pause);
}

async function countWaiting(): Promise<number | null> {
  try {
    const reply = await fetch("/uploads/status", { headers: { Accept: "application/json" } });
    return reply.ok ? ((await reply.json()) as { waiting: number }).waiting : null;
  } catch {
    return null;
  }
}
