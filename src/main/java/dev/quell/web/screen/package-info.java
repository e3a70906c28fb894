/** Screening for switches other than Asterisk: what a call is and what is to be done with it, and later how it ended. Whatever fails, the call passes. */
@NullMarked
package dev.quell.web.screen;

import org.jspecify.annotations.NullMarked;
