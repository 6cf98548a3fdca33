// Shows an upload in its form: the list, the bar, and what may be done next. Without script the form sends itself.
import { withoutHidden } from "./dropped";
import type { Limits, LimitWords } from "./limits";
import type { SenderWords } from "./sender";
import { senderOf } from "./senders";
import { type Item, type Outcome, type Phase, phaseOf, type UploadState } from "./states";
import { Upload } from "./upload";

interface Words extends LimitWords, SenderWords {
  readonly choose: string;
  readonly sending: string;
  readonly sent: string;
  readonly cancelled: string;
  readonly unsent: string;
  readonly partly: string;
  readonly noFile: string;
  readonly more: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
}

const tones: Readonly<Record<Outcome, string>> = {
  waiting: "unknown",
  sending: "accent",
  taken: "low",
  duplicate: "unknown",
  refused: "elevated",
  failed: "high",
  cancelled: "unknown",
};

const mostRows = 100;
const spokenSteps = 10;
const forms = new WeakMap<HTMLFormElement, UploadOfForm>();

interface UploadOfForm {
  takes(files: readonly File[]): boolean;
  pick(files: readonly File[]): void;
}

/** The upload of a form of the page; null where it has none. */
export function uploadOn(page: ParentNode): UploadOfForm | null {
  const form = page.querySelector<HTMLFormElement>("form[data-upload]");
  if (form === null) {
    return null;
  }
  const known = forms.get(form) ?? begin(form);
  forms.set(form, known);
  return known;
}

function begin(form: HTMLFormElement): UploadOfForm {
  const part = <T extends HTMLElement>(name: string): T => {
    const found = form.querySelector<T>(`[data-upload-${name}]`);
    if (found === null) {
      throw new Error(`The form lacks its ${name}.`);
    }
    return found;
  };
  const words = JSON.parse(form.dataset["words"] ?? "{}") as Words;
  const limits = (): Limits => JSON.parse(form.dataset["limits"] ?? "{}") as Limits;
  const picker = part<HTMLInputElement>("picker");
  const choose = part<HTMLButtonElement>("choose");
  const chooseFolder = part<HTMLButtonElement>("folder");
  const again = part<HTMLButtonElement>("again");
  const cancel = part<HTMLButtonElement>("cancel");
  const bar = part<HTMLProgressElement>("progress");
  const status = part("status");
  const see = part<HTMLAnchorElement>("see");
  const list = part<HTMLUListElement>("list");
  let leaving = false;
  let listed: readonly Item[] = [];

  const hide = (button: HTMLElement, hidden: boolean): void => {
    const hadFocus = button === document.activeElement;
    button.hidden = hidden;
    if (hidden && hadFocus) {
      choose.focus();
    }
  };
  const show = (state: UploadState): void => {
    const phase = phaseOf(state);
    form.dataset["phase"] = phase;
    if (state.items !== listed) {
      listed = state.items;
      list.hidden = listed.length === 0;
      list.replaceChildren(...rows(listed, words));
    }
    bar.hidden = phase !== "sending";
    bar.value = state.share;
    hide(cancel, phase !== "sending");
    hide(again, phase !== "failed");
    say(status, spoken(state, phase, words));
    const whole = new Set(listed.filter((item) => item.outcome === "taken" || item.outcome === "duplicate").map((item) => item.set));
    const [first] = whole;
    see.hidden = phase === "sending" || first === undefined;
    const done = form.dataset["done"] ?? "";
    see.href = whole.size === 1 && first !== undefined ? done.replace("{batch}", upload.batchOf(first)) : done.replace("/{batch}", "");
    if (phase === "answered" && !listed.some((item) => item.outcome === "refused")) {
      leaving = true;
      location.assign(see.href);
    }
  };
  const upload = new Upload(senderOf(form, picker.name, words), limits, words, show);
  const pick = (files: readonly File[]): void => {
    if (files.length === 0) {
      say(status, words.noFile);
      return;
    }
    if (leaving) {
      // The page to come would end what begins here.
      window.stop();
      leaving = false;
    }
    upload.pick(files);
  };
  // A picker that keeps no files can send none twice, and the same files may be picked again.
  const take = (input: HTMLInputElement): void => {
    const files = [...(input.files ?? [])];
    input.value = "";
    pick(input.webkitdirectory ? withoutHidden(files) : files);
  };

  form.noValidate = true;
  picker.hidden = true;
  part("label").textContent = words.choose;
  choose.setAttribute("aria-describedby", picker.getAttribute("aria-describedby") ?? "");
  picker.addEventListener("change", () => {
    take(picker);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (picker.files?.length) {
      take(picker);
    } else {
      picker.click();
    }
  });
  if (picker.multiple && "webkitdirectory" in picker) {
    const folder = document.createElement("input");
    folder.type = "file";
    folder.webkitdirectory = true;
    folder.addEventListener("change", () => {
      take(folder);
    });
    chooseFolder.hidden = false;
    chooseFolder.addEventListener("click", () => {
      folder.click();
    });
  }
  again.addEventListener("click", () => {
    upload.again();
  });
  cancel.addEventListener("click", () => {
    upload.cancel();
  });
  return {
    takes: (files) => {
      const { ending } = limits();
      return ending === null || files.every((file) => file.name.toLowerCase().endsWith(ending));
    },
    pick: (files) => {
      pick(picker.multiple ? files : files.slice(0, 1));
    },
  };
}

// A reader of screens hears what has changed, and each tenth of the way.
function say(status: HTMLElement, text: string): void {
  if (status.textContent !== text) {
    status.textContent = text;
  }
}

function spoken(state: UploadState, phase: Phase, words: Words): string {
  switch (phase) {
    case "sending":
      return state.share < 1
        ? words.sending.replace("{share}", `${(100 / spokenSteps) * Math.floor(spokenSteps * state.share)} %`)
        : words.sent;
    case "failed":
      return state.items.some((item) => item.outcome === "failed") ? words.unsent : words.cancelled;
    case "answered":
      return state.items.some((item) => item.outcome === "refused") ? words.partly : words.sent;
    default:
      return "";
  }
}

function* rows(items: readonly Item[], words: Words): Generator<HTMLLIElement> {
  const isTrouble = (item: Item): boolean => item.outcome === "refused" || item.outcome === "failed";
  const sorted = [...items.filter(isTrouble), ...items.filter((item) => !isTrouble(item))];
  for (const item of sorted.slice(0, mostRows)) {
    const row = document.createElement("li");
    row.append(
      piece("name", item.name),
      piece(`badge tone-${tones[item.outcome]}`, words.outcomes[item.outcome]),
      reason(item),
    );
    yield row;
  }
  if (sorted.length > mostRows) {
    const row = document.createElement("li");
    row.append(piece("soft", words.more.replace("{count}", new Intl.NumberFormat(document.documentElement.lang).format(sorted.length - mostRows))));
    yield row;
  }
}

function reason(item: Item): HTMLElement {
  const text = piece("reason", "");
  text.append(piece("", sizeOf(item.bytes)));
  if (item.reason !== null) {
    text.append(piece("", item.reason));
  }
  return text;
}

function piece(name: string, text: string): HTMLElement {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}

function sizeOf(bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes) * 1.0005) / 3));
  const size = bytes / 1000 ** step;
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: "unit",
    unit: units[step] ?? "byte",
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step > 0 && size < 99.95 ? 1 : 0,
  }).format(size);
}
