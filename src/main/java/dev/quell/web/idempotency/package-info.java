/** Requests that change something and bear an Idempotency-Key are done once, however often they arrive (draft-ietf-httpapi-idempotency-key-header-07). */
@NullMarked
package dev.quell.web.idempotency;

import org.jspecify.annotations.NullMarked;
