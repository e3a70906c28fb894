package dev.quell.console.shell;

import dev.quell.screening.ScreeningSettings;
import dev.quell.security.login.Next;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Puts the frame around every page that a controller shows. */
@Component
public final class ShellMaker implements HandlerInterceptor {
    /** The name of the frame in templates. */
    static final String NAME = "shell";

    private static final String RIGHT = "may:";
    private static final String REDIRECT = "redirect:";

    private final Preferences preferences;
    private final ScreeningSettings settings;

    ShellMaker(Preferences preferences, ScreeningSettings settings) {
        this.preferences = preferences;
        this.settings = settings;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        String view = page == null ? null : page.getViewName();
        if (page != null && view != null && !view.startsWith(REDIRECT)) {
            page.addObject(NAME, make(request));
        }
    }

    /** The frame of a request's page. */
    public Shell make(HttpServletRequest request) {
        Authentication by = SecurityContextHolder.getContext().getAuthentication();
        if (by == null || !by.isAuthenticated() || by instanceof AnonymousAuthenticationToken) {
            return make(request, "", Set.of());
        }
        return make(request, by.getName(), rights(by.getAuthorities()));
    }

    private Shell make(HttpServletRequest request, String person, Set<String> rights) {
        return new Shell(
                preferences.tongue(request),
                preferences.theme(request),
                settings.mode(),
                person,
                rights,
                address(request),
                HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod()),
                preferences.keys(request));
    }

    private static Set<String> rights(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .map(GrantedAuthority::getAuthority)
                .filter(name -> name != null && name.startsWith(RIGHT))
                .map(name -> name.substring(RIGHT.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of a page that failed, the address that was asked for; {@code /} where that is none of this site, whatever a browser would make of it. */
    private static String address(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed instanceof String uri ? uri : request.getRequestURI();
        String query = failed == null ? request.getQueryString() : null;
        String sound = Next.isAddress(path) && plain(path) ? path : "/";
        return query == null || !plain(query) ? sound : sound + "?" + query;
    }

    /** Whether a part of an address is percent-encoded as it should be; browsers send none other. */
    private static boolean plain(String part) {
        return part.matches("(?:[A-Za-z0-9._~!$'()*+,;:@/?&=-]|%[0-9A-Fa-f]{2})*");
    }
}
