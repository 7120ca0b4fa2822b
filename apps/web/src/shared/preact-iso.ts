/* What pages may use of preact-iso; the package's own entry would bring prerendering too. */
export { LocationProvider, Router, Route, useLocation, useRoute } from "preact-iso/router";
export { default as lazy, ErrorBoundary } from "preact-iso/lazy";
