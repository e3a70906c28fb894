package dev.quell.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Forms with files. The servlet container writes their parts to the disk as soon as anybody asks for a parameter, so they are for one route alone. */
public final class Uploads {

    private static final String ROUTE = "/treatments";

    private Uploads() {}

    /** Whether a request brings files. */
    public static boolean bring(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** Whether it brings them to where files are taken. */
    public static boolean lead(HttpServletRequest request) {
        return bring(request)
                && request.getMethod().equals("POST")
                && request.getRequestURI().equals(request.getContextPath() + ROUTE);
    }
}
