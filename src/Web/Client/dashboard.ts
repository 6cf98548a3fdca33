// The first screen: the slider answers at once, and the chart, which is large, comes when it has been fetched.
import { planBySliding } from "./planning";

planBySliding();
void import("./weeks");
