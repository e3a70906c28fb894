package dev.quell.console.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/** How long browsers keep an asset: for good where the hash of its content is in its address, else until they have asked whether it is still the same. */
final class AssetAge implements HandlerInterceptor {
    private static final Pattern HASHED = Pattern.compile(".*-[0-9a-f]{32}\\.[a-z0-9]+");
    private static final String YEAR =
            whole(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    private static final String ASK = whole(CacheControl.noCache());

    private static String whole(CacheControl control) {
        return String.valueOf(control.getHeaderValue());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                HASHED.matcher(request.getRequestURI()).matches() ? YEAR : ASK);
        return true;
    }
}
