// After a session has ended: says to who signs in again that what they typed is still there.
import { anybodysKept } from "./store.js";

if (anybodysKept()) document.getElementById("kept-here").hidden = false;
