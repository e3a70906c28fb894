/** The REST resources under /api/v1. */
@NullMarked
package dev.quell.web.api;

import org.jspecify.annotations.NullMarked;
