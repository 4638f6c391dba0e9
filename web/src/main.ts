// Starts the web app.
import "@fontsource-variable/atkinson-hyperlegible-next/index.css";
import "./style/base.css";
import "./style/tokens.css";
import "./style/view.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { learn } from "./messages/say.svelte";
import { applyTheme } from "./style/theme.svelte";
import { startRouter } from "./router/router.svelte";
import { registerServiceWorker } from "./service-worker/register";

const target = document.getElementById("app");
if (!target) throw new Error("index.html has no place for the app");

applyTheme();
startRouter();
await learn();
mount(App, { target });
registerServiceWorker();
