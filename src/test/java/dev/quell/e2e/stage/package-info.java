/** The stage of the end-to-end tests: worlds of servers, and a scene in one of them for each scenario. */
package dev.quell.e2e.stage;
