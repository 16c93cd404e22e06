/** The build of the library without Redis, which the throttling plugin uses too. */
declare module "bottleneck/light.js" {
  export { default } from "bottleneck";
}
