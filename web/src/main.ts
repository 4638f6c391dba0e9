// Starts the web app.
import "@fontsource-variable/atkinson-hyperlegible-next/index.css";
import "./style/base.css";
import "./style/tokens.css";
import "./style/places.css";
import "./style/view.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { settled } from "./live/settled";
import { learn } from "./messages/say.svelte";
import { applyTheme } from "./style/theme.svelte";
import { startRouter } from "./router/router.svelte";
import { registerServiceWorker } from "./service-worker/register";
import { followPrinter } from "./ui/paper.svelte";
import { watchTranslations } from "./ui/translated";

const target = document.getElementById("app");
if (!target) throw new Error("index.html has no place for the app");

applyTheme();
startRouter();
await learn();
followPrinter();
watchTranslations(target);
mount(App, { target });
registerServiceWorker(settled);
