// Stands in for the libraries that Dataverse gives to a virtual control: the names a bundle asks for, the React it gets.
import * as React from "react";
import * as ReactDOM from "react-dom";

Object.assign(window, { React, Reactv16: React, ReactDOM, ReactDOMv16: ReactDOM });
