/** One HTTP request to a stranger's server: only to addresses that may be asked, without redirects, within a time limit. */
@NamedInterface("delivery")
@NullMarked
package dev.quell.webhook.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
