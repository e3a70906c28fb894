/** An agent's own page: the call that the agent has, why it is tagged, and flags. */
@NullMarked
package dev.quell.console.agent;

import org.jspecify.annotations.NullMarked;
