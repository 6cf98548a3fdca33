// The map of a run: fetched and drawn when it comes near the screen, so that the page is there at once.
const host = document.querySelector<HTMLElement>("[data-ground]");

if (host !== null) {
  const near = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        near.disconnect();
        void show(host);
      }
    },
    { rootMargin: "300px" },
  );
  near.observe(host.parentElement ?? host);
}

async function show(host: HTMLElement): Promise<void> {
  const [{ draw }, reply] = await Promise.all([import("./groundMap"), fetch(host.dataset["ground"] ?? "", { headers: { Accept: "application/json" } })]);
  if (!reply.ok || !draw(host, await reply.json())) {
    // Without the drawing the strip and the table beneath say the same.
    host.remove();
  }
}
