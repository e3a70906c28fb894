/** Makes a call of what the dialplan sent about it. */
@NullMarked
package dev.quell.asterisk.agi.incoming;

import org.jspecify.annotations.NullMarked;
