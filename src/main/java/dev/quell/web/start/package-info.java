/** What an administrator is told once the service is up. */
@NullMarked
package dev.quell.web.start;

import org.jspecify.annotations.NullMarked;
