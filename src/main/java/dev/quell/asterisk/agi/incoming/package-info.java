/** Makes a call of what the dialplan sent about it: numbers read, headers taken apart, callers' text filtered. */
@NullMarked
package dev.quell.asterisk.agi.incoming;

import org.jspecify.annotations.NullMarked;
