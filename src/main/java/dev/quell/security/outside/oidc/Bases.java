package dev.quell.security.outside.oidc;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Where people's browsers find the pages. */
final class Bases {

    private Bases() {}

    /** As the settings say, or else the request, of which a trusted proxy may have said the scheme. */
    static String of(OidcSettings settings, HttpServletRequest request) {
        return settings.base()
                .orElseGet(() -> UriComponentsBuilder.fromUriString(UrlUtils.buildFullRequestUrl(request))
                        .replacePath("")
                        .replaceQuery(null)
                        .build()
                        .toUriString());
    }
}
