/** Webhooks: how it goes with them, and a test. */
@NullMarked
package dev.quell.web.webhooks;

import org.jspecify.annotations.NullMarked;
