package dev.quell.web.paging;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Link headers (RFC 8288) to other parts of the list that is asked for; relative, since what a Host header says is not repeated. */
final class Links {

    private Links() {}

    static void add(HttpHeaders headers, MultiValueMap<String, String> query, String cursor, String relation) {
        String path =
                ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath();
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path == null ? "" : path);
        query.forEach((name, values) -> {
            if (!name.equals(Paging.PAGE)) {
                values.forEach(value -> address.queryParam(encoded(name), encoded(value)));
            }
        });
        address.queryParam(Paging.PAGE, cursor);
        headers.add(HttpHeaders.LINK, "<" + address.build(true).toUriString() + ">; rel=\"" + relation + "\"");
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
