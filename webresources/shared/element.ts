import * as React from "react";

// A minifier shortens names of ours, not members of the platform's React: markup (see jsxFactory in tsconfig.json) and hooks are most of a bundle.

/** What JSX calls. */
export const element = React.createElement;
export const { Fragment, memo, useEffect, useMemo, useRef, useState } = React;
