/** Callers and agents for the end-to-end tests: SIPp signals, a small RTP endpoint speaks, presses keys and records. */
package dev.quell.e2e.phone;
