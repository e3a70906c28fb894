/** What waits for webhooks' targets, over SQL. */
@NullMarked
package dev.quell.storage.jdbc.hooks;

import org.jspecify.annotations.NullMarked;
