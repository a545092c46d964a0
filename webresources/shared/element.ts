import * as React from "react";

/** What JSX calls (see tsconfig.json): a minifier shortens a name of ours, not a member of the platform's React, and markup is most of a bundle. */
export const element = React.createElement;
export const Fragment = React.Fragment;
