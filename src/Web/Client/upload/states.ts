// The states of an upload, apart from any page: files are listed, sent once, and answered one by one.

/** Names where an upload stands. Only a listed one begins to be sent, and one that is sent begins nothing. */
export type Phase = "empty" | "listed" | "sending" | "answered" | "failed";

/** Names what became of one file. */
export type Outcome = "waiting" | "sending" | "taken" | "duplicate" | "refused" | "failed" | "cancelled";

/** One file of the list. */
export interface Item {
  readonly id: number;
  /** Files that were picked together are a set, and become one batch. */
  readonly set: number;
  readonly name: string;
  readonly bytes: number;
  readonly outcome: Outcome;
  readonly reason: string | null;
}

/** A file that was picked. */
export interface Picked {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
}

export interface UploadState {
  readonly items: readonly Item[];
  /** The set that is being sent; null for none. */
  readonly current: number | null;
  readonly sets: number;
  /** Share of the current set's bytes that have left, from 0 to 1. */
  readonly share: number;
}

export type Happening =
  | { readonly kind: "picked"; readonly files: readonly Picked[] }
  | { readonly kind: "started" }
  | { readonly kind: "progressed"; readonly share: number }
  | { readonly kind: "answered"; readonly id: number; readonly outcome: "taken" | "duplicate" | "refused"; readonly reason: string | null }
  | { readonly kind: "ended"; readonly reason: string | null }
  | { readonly kind: "cancelled" }
  | { readonly kind: "again" };

export const nothing: UploadState = { items: [], current: null, sets: 0, share: 0 };

export function phaseOf(state: UploadState): Phase {
  const some = (...outcomes: Outcome[]): boolean => state.items.some((item) => outcomes.includes(item.outcome));
  if (state.items.length === 0) {
    return "empty";
  }
  if (state.current !== null) {
    return "sending";
  }
  if (some("waiting")) {
    return "listed";
  }
  return some("failed", "cancelled") ? "failed" : "answered";
}

/** The files that are being sent. */
export function sending(state: UploadState): readonly Item[] {
  return state.items.filter((item) => item.outcome === "sending");
}

/** The state after something has happened; the same one where it could not happen. */
export function after(state: UploadState, happening: Happening): UploadState {
  switch (happening.kind) {
    case "picked":
      return withPicked(state, happening.files);
    case "started":
      return phaseOf(state) === "listed" ? started(state) : state;
    case "progressed":
      return state.current === null ? state : { ...state, share: happening.share };
    case "answered":
      return changed(
        state,
        (item) => item.id === happening.id && item.outcome === "sending",
        () => ({ outcome: happening.outcome, reason: happening.reason }),
      );
    case "ended":
      return { ...changed(state, isSending, () => ({ outcome: "failed", reason: happening.reason })), current: null };
    case "cancelled":
      return { ...changed(state, (item) => isSending(item) || item.outcome === "waiting", () => ({ outcome: "cancelled", reason: null })), current: null };
    case "again":
      return state.current === null
        ? changed(state, (item) => item.outcome === "failed" || item.outcome === "cancelled", () => ({ outcome: "waiting", reason: null }))
        : state;
  }
}

function withPicked(state: UploadState, files: readonly Picked[]): UploadState {
  if (files.length === 0) {
    return state;
  }
  // A list that is done with makes room; what can still be sent stays listed.
  const kept = ["sending", "listed"].includes(phaseOf(state)) ? state.items : state.items.filter((item) => item.outcome === "failed");
  const set = state.sets + 1;
  const added = files.map((file): Item => ({ ...file, set, outcome: "waiting", reason: null }));
  return { ...state, items: [...kept, ...added], sets: set };
}

function started(state: UploadState): UploadState {
  const set = Math.min(...state.items.filter((item) => item.outcome === "waiting").map((item) => item.set));
  const begun = changed(state, (item) => item.set === set && item.outcome === "waiting", () => ({ outcome: "sending", reason: null }));
  return { ...begun, current: set, share: 0 };
}

function isSending(item: Item): boolean {
  return item.outcome === "sending";
}

function changed(state: UploadState, which: (item: Item) => boolean, how: () => Pick<Item, "outcome" | "reason">): UploadState {
  return { ...state, items: state.items.map((item) => (which(item) ? { ...item, ...how() } : item)) };
}
