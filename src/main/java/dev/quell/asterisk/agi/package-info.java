/** The FastAGI server and its fixed scripts. */
@NullMarked
package dev.quell.asterisk.agi;

import org.jspecify.annotations.NullMarked;
