// Runs on every page: what script adds to pages that work without it.
import { acceptDrops } from "./dropping";
import { suggestZone } from "./zone";
import { confirmForms } from "./confirming";
import { watchWaiting } from "./waiting";

acceptDrops();
suggestZone();
confirmForms();
watchWaiting();
