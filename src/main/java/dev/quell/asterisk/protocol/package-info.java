/** The words between dialplan and service that both ways in share: arguments, the installation token, refusals. */
@NullMarked
package dev.quell.asterisk.protocol;

import org.jspecify.annotations.NullMarked;
