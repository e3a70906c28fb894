/** End-to-end tests: real calls by SIPp through a real Asterisk with our dialplan to the packaged service. */
package dev.quell.e2e;
