package dev.quell.web.idempotency;

import java.util.Set;

/** Where an Idempotency-Key counts. */
public final class KeyedPaths {

    private static final String INTERFACE = "/api/v1/";
    /** Screening knows calls by their ids, and nothing may hold it up. */
    private static final String SCREEN = "/api/v1/screen";
    /** Answered by a file of any size, which may be made twice without harm. */
    private static final Set<String> FILES = Set.of("/api/v1/evidence");

    private static final String PACKS = "/api/v1/evidence/packs/";

    private KeyedPaths() {}

    /** Whether a request that changes something at a path may bear a key. */
    public static boolean has(String path) {
        return path.startsWith(INTERFACE)
                && !path.equals(SCREEN)
                && !path.startsWith(SCREEN + "/")
                && !FILES.contains(path)
                && !(path.startsWith(PACKS) && path.endsWith("/take"));
    }
}
