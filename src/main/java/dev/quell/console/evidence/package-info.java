/** The evidence page: packs for the police, legal holds, the state of the chain over the call log. */
@NullMarked
package dev.quell.console.evidence;

import org.jspecify.annotations.NullMarked;
