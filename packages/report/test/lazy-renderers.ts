import { lazyRenderers } from "@schema-gate/report";

export const renderSarif = await lazyRenderers.sarif();
export const renderJunit = await lazyRenderers.junit();
export const renderGithub = await lazyRenderers.github();
export const renderHtml = await lazyRenderers.html();
