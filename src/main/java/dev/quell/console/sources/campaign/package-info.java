/** Sources that seem to be one: ranges that disturb together, and equipment that several numbers share. */
@NullMarked
package dev.quell.console.sources.campaign;

import org.jspecify.annotations.NullMarked;
