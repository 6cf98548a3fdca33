// The pages with an upload form, and with lines that follow the work.
import { uploadOn } from "./upload/form";

const slow = 2000;
const spokenSteps = 10;

uploadOn(document);

interface News {
  share: number;
  summary: string;
  runs: number;
}

const lines = (): HTMLElement | null => document.querySelector<HTMLElement>("[data-lines]");
let shownRuns = 0;
let swapping = false;

// The lines come from the server, so that they are right after a reload, in a second window, and without script.
async function refresh(): Promise<void> {
  const shown = lines();
  if (shown === null) {
    return;
  }
  try {
    const reply = await fetch(location.href, { headers: { Accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("[data-lines]");
    keepOpen(shown, fresh);
    if (reply.ok && fresh !== null && fresh.innerHTML !== shown.innerHTML && !shown.contains(document.activeElement)) {
      shown.replaceWith(fresh);
    }
  } catch {
    // The next look may reach the server again.
  }
}

// A fold that was opened or closed stays so.
function keepOpen(shown: HTMLElement, fresh: Element | null): void {
  for (const fold of shown.querySelectorAll<HTMLDetailsElement>("details[id]")) {
    const same = fresh?.querySelector<HTMLDetailsElement>(`#${fold.id}`);
    if (same) {
      same.open = fold.open;
    }
  }
}

// Looks by itself, where nobody tells.
function look(): void {
  if (lines()?.querySelector("[data-pending]") != null) {
    window.setTimeout(() => void refresh().then(look), slow);
  }
}

function follow(address: string): void {
  const events = new EventSource(address);
  const hear = (event: MessageEvent<string>): News => {
    const news = JSON.parse(event.data) as News;
    tell(news);
    return news;
  };
  events.addEventListener("news", (event) => {
    const news = hear(event);
    if (news.runs !== shownRuns && !swapping) {
      // Runs appear some at a time: one page of them, however many there are.
      shownRuns = news.runs;
      swapping = true;
      window.setTimeout(() => {
        swapping = false;
      }, slow);
      void refresh();
    }
  });
  events.addEventListener("over", (event) => {
    events.close();
    hear(event);
    void refresh();
  });
  events.addEventListener("full", () => {
    events.close();
    look();
  });
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) {
      look();
    }
  });
  window.addEventListener("pagehide", () => {
    events.close();
  });
}

function tell(news: News): void {
  const shown = lines();
  const summary = shown?.querySelector("[data-summary]");
  if (summary) {
    summary.textContent = news.summary;
  }
  const bar = shown?.querySelector<HTMLProgressElement>("progress[data-pending]");
  if (bar) {
    bar.value = news.share;
  }
  // A reader of screens hears each tenth of the way.
  const spoken = shown?.querySelector("[data-spoken]");
  const step = `${(100 / spokenSteps) * Math.floor(spokenSteps * news.share)} %`;
  const text = (shown?.dataset["reading"] ?? "").replace("{share}", step);
  if (spoken && spoken.textContent !== text) {
    spoken.textContent = text;
  }
}

const address = lines()?.dataset["follow"];
if (address === undefined) {
  look();
} else {
  follow(address);
}
