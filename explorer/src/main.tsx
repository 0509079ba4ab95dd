import { render } from "preact";
import { App } from "./App";
import "./style/page.css";

render(<App />, document.getElementById("page")!);
