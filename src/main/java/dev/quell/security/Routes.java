package dev.quell.security;

import dev.quell.security.people.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which right each route needs: the one table for the REST interface and the pages. The first row that means a request counts. What no row means is only for
 * those who may do everything, and a test fails for each handler that no row means.
 */
public final class Routes {
    private static final Set<HttpMethod> ANY = Set.of();
    private static final Set<HttpMethod> GET = Set.of(HttpMethod.GET);
    private static final Set<HttpMethod> POST = Set.of(HttpMethod.POST);
    private static final Set<HttpMethod> PUT = Set.of(HttpMethod.PUT);
    private static final Set<HttpMethod> PATCH = Set.of(HttpMethod.PATCH);
    private static final Set<HttpMethod> DELETE = Set.of(HttpMethod.DELETE);
    private static final Access OPEN = new Access.Open();
    private static final Access SIGNED_IN = new Access.SignedIn();
    private static final Access ALL = new Access.All();

    private static final List<Route> TABLE = table();

    private Routes() {}

    /** All rows, in their order. */
    public static List<Route> all() {
        return TABLE;
    }

    /** Whom a request is for. */
    public static Access of(HttpMethod method, PathContainer path) {
        return find(method, path).map(Route::access).orElse(ALL);
    }

    /** The row that means a request; empty if none does. */
    public static Optional<Route> find(HttpMethod method, PathContainer path) {
        return TABLE.stream().filter(route -> route.matches(method, path)).findFirst();
    }

    private static List<Route> table() {
        Rows rows = new Rows();
        service(rows);
        calls(rows);
        lists(rows);
        evidence(rows);
        reports(rows);
        people(rows);
        pages(rows);
        return List.copyOf(rows.made);
    }

    private static void service(Rows rows) {
        // Its controller asks for the installation token.
        rows.add(POST, "/asterisk/**", OPEN);
        rows.add(GET, "/actuator/health", OPEN);
        rows.add(GET, "/actuator/prometheus", new Access.Local(Right.METRICS));
        rows.add(GET, "/actuator/**", Access.needs(Right.METRICS));
        rows.add(GET, "/api/v1/openapi", SIGNED_IN);
        rows.add(GET, "/api/v1/openapi.yaml", SIGNED_IN);
        rows.add(GET, "/v3/api-docs", SIGNED_IN);
    }

    private static void calls(Rows rows) {
        rows.add(GET, "/api/v1/calls/**", Access.needs(Right.CALLS));
        rows.add(GET, "/api/v1/sources/**", Access.needs(Right.SOURCES));
        rows.add(GET, "/api/v1/catalogue", Access.needs(Right.RULES));
        rows.add(GET, "/api/v1/now/**", Access.needs(Right.NOW));
        rows.add(GET, "/api/v1/counts", Access.needs(Right.CALLS));
        rows.add(POST, "/api/v1/unmask", Access.needs(Right.REVEAL));
        rows.add(GET, "/api/v1/treatments/**", Access.needs(Right.TREATMENTS));
        rows.add(POST, "/api/v1/treatments/check", Access.needs(Right.TREATMENTS));
        rows.add(GET, "/api/v1/prompts/**", Access.needs(Right.TREATMENTS));
        rows.add(PUT, "/api/v1/prompts/{voice}/{prompt}", Access.needs(Right.TREAT));
        rows.add(POST, "/api/v1/prompts/{voice}/{prompt}/back", Access.needs(Right.TREAT));
        rows.add(GET, "/api/v1/rules/**", Access.needs(Right.RULES));
        rows.add(POST, "/api/v1/rules/**", Access.needs(Right.WEIGH));
        rows.add(DELETE, "/api/v1/rules/trial", Access.needs(Right.WEIGH));
        rows.add(DELETE, "/api/v1/rules/proposals/{id}", Access.needs(Right.WEIGH));
        rows.add(GET, "/api/v1/numbers/{number}/test", Access.needs(Right.TEST));
        rows.add(POST, "/api/v1/screen", Access.needs(Right.SCREEN));
        rows.add(POST, "/api/v1/screen/{id}/end", Access.needs(Right.SCREEN));
        rows.add(GET, "/api/v1/flags/agents", Access.needs(Right.FLAGS));
        rows.add(GET, "/api/v1/flags", Access.needs(Right.FLAGS));
        rows.add(POST, "/api/v1/flags", Access.needs(Right.FLAG));
        rows.add(DELETE, "/api/v1/flags/{id}", Access.needs(Right.FLAG));
        rows.add(GET, "/api/v1/reviews/**", Access.needs(Right.FLAGS));
        rows.add(PUT, "/api/v1/reviews/{reference}", Access.needs(Right.FLAG));
        rows.add(GET, "/api/v1/disputes/**", Access.needs(Right.FLAGS));
        rows.add(POST, "/api/v1/disputes/{case}/right", Access.needs(Right.FLAG));
        rows.add(POST, "/api/v1/disputes/{case}/wrong", Access.needs(Right.FLAG, Right.BLOCK, Right.ALLOW));
    }

    private static void lists(Rows rows) {
        rows.add(GET, "/api/v1/lists/import", Access.needs(Right.LISTS));
        rows.add(POST, "/api/v1/lists/import", Access.needs(Right.BLOCK, Right.ALLOW));
        rows.add(GET, "/api/v1/lists/imports", Access.needs(Right.LISTS));
        rows.add(DELETE, "/api/v1/lists/imports/{id}", Access.needs(Right.BLOCK, Right.ALLOW));
        rows.add(GET, "/api/v1/lists/proposals/**", Access.needs(Right.LISTS));
        rows.add(POST, "/api/v1/lists/proposals/{id}/confirm", Access.needs(Right.BLOCK, Right.ALLOW));
        rows.add(DELETE, "/api/v1/lists/proposals/{id}", Access.needs(Right.BLOCK, Right.ALLOW));
        rows.add(POST, "/api/v1/{list:blocklist|allowlist}/preview", Access.needs(Right.LISTS));
        rows.add(GET, "/api/v1/{list:blocklist|allowlist}/export", Access.needs(Right.LISTS, Right.UNMASK));
        rows.add(GET, "/api/v1/{list:blocklist|allowlist}/{id}/hits", Access.needs(Right.LISTS));
        rows.add(GET, "/api/v1/{list:blocklist|allowlist}/{id}/calls", Access.needs(Right.CALLS));
        rows.add(GET, "/api/v1/{list:blocklist|allowlist}/**", Access.needs(Right.LISTS));
        rows.add(POST, "/api/v1/blocklist", Access.needs(Right.BLOCK));
        rows.add(DELETE, "/api/v1/blocklist/{id}", Access.needs(Right.BLOCK));
        rows.add(POST, "/api/v1/allowlist", Access.needs(Right.ALLOW));
        rows.add(DELETE, "/api/v1/allowlist/{id}", Access.needs(Right.ALLOW));
        rows.add(POST, "/api/v1/known-callers/import", Access.needs(Right.KNOW));
        rows.add(GET, "/api/v1/known-callers/**", Access.needs(Right.KNOWN));
        rows.add(PUT, "/api/v1/known-callers/{number}", Access.needs(Right.KNOW));
        rows.add(DELETE, "/api/v1/known-callers/{number}", Access.needs(Right.KNOW));
    }

    private static void evidence(Rows rows) {
        rows.add(POST, "/api/v1/evidence", Access.needs(Right.EVIDENCE));
        rows.add(GET, "/api/v1/evidence/packs", Access.needs(Right.CUSTODY));
        rows.add(POST, "/api/v1/evidence/packs/{pack}/take", Access.needs(Right.EVIDENCE));
        rows.add(DELETE, "/api/v1/evidence/packs/{pack}", Access.needs(Right.EVIDENCE));
        rows.add(GET, "/api/v1/evidence/key", Access.needs(Right.EVIDENCE));
        rows.add(GET, "/api/v1/evidence/holds", Access.needs(Right.EVIDENCE));
        rows.add(POST, "/api/v1/evidence/holds", Access.needs(Right.EVIDENCE));
        rows.add(POST, "/api/v1/evidence/holds/accept", Access.needs(Right.EVIDENCE));
        rows.add(DELETE, "/api/v1/evidence/holds/{id}", Access.needs(Right.EVIDENCE));
    }

    private static void reports(Rows rows) {
        rows.add(GET, "/api/v1/reports/**", Access.needs(Right.REPORTS));
        rows.add(PUT, "/api/v1/reports/schedules/{name}", Access.needs(Right.SCHEDULE));
        rows.add(DELETE, "/api/v1/reports/schedules/{name}", Access.needs(Right.SCHEDULE));
        rows.add(POST, "/api/v1/reports/schedules/{name}/send", Access.needs(Right.SCHEDULE));
    }

    private static void people(Rows rows) {
        rows.add(GET, "/api/v1/tokens", Access.needs(Right.PEOPLE));
        rows.add(POST, "/api/v1/tokens", Access.needs(Right.PEOPLE));
        rows.add(DELETE, "/api/v1/tokens/{id}", Access.needs(Right.PEOPLE));
        rows.add(GET, "/api/v1/accounts", Access.needs(Right.PEOPLE));
        rows.add(POST, "/api/v1/accounts", Access.needs(Right.PEOPLE));
        rows.add(PATCH, "/api/v1/accounts/{name}", Access.needs(Right.PEOPLE));
        rows.add(GET, "/api/v1/audit", Access.needs(Right.AUDIT));
        rows.add(GET, "/api/v1/webhooks", Access.needs(Right.PEOPLE));
        rows.add(GET, "/api/v1/webhooks/{name}/deliveries", Access.needs(Right.PEOPLE));
        rows.add(POST, "/api/v1/webhooks/{name}/test", Access.needs(Right.PEOPLE));
    }

    /** A page's own changes stand before its row. */
    private static void pages(Rows rows) {
        rows.add(ANY, "/login", OPEN);
        rows.add(GET, "/login/oidc", OPEN);
        rows.add(GET, "/login/oidc/code", OPEN);
        rows.add(ANY, "/login/left", OPEN);
        rows.add(POST, "/logout", OPEN);
        rows.add(ANY, "/setup/{token}", OPEN);
        rows.add(GET, "/assets/**", OPEN);
        rows.add(GET, "/webjars/**", OPEN);
        rows.add(GET, "/favicon.ico", OPEN);
        rows.add(ANY, "/lang", OPEN);
        rows.add(GET, "/", SIGNED_IN);
        rows.add(ANY, "/account", SIGNED_IN);
        rows.add(GET, "/now/**", Access.needs(Right.NOW));
        rows.add(POST, "/unmask", Access.needs(Right.REVEAL));
        for (String page : List.of("/calls/{id}/", "/sources/{key}/", "/lists/")) {
            rows.add(POST, page + "block", Access.needs(Right.BLOCK));
            rows.add(POST, page + "unblock", Access.needs(Right.BLOCK));
            rows.add(POST, page + "allow", Access.needs(Right.ALLOW));
            rows.add(POST, page + "unallow", Access.needs(Right.ALLOW));
        }
        rows.add(POST, "/calls/{id}/flag", Access.needs(Right.FLAG));
        rows.add(POST, "/calls/{id}/unflag", Access.needs(Right.FLAG));
        rows.add(POST, "/sources/{key}/unflag", Access.needs(Right.FLAG));
        for (String deed : List.of("confirm", "turn-down", "import", "undo-import")) {
            rows.add(POST, "/lists/" + deed, Access.needs(Right.BLOCK, Right.ALLOW));
        }
        rows.add(GET, "/lists/import", Access.needs(Right.BLOCK, Right.ALLOW));
        rows.add(GET, "/lists/export", Access.needs(Right.LISTS, Right.UNMASK));
        rows.add(POST, "/flags/undo", Access.needs(Right.FLAG));
        rows.add(POST, "/flags/reviews", Access.needs(Right.FLAG));
        rows.add(POST, "/flags/disputes/right", Access.needs(Right.FLAG));
        rows.add(POST, "/flags/disputes/wrong", Access.needs(Right.FLAG, Right.BLOCK, Right.ALLOW));
        rows.add(GET, "/calls/**", Access.needs(Right.CALLS));
        rows.add(GET, "/sources/**", Access.needs(Right.SOURCES));
        rows.add(GET, "/lists/**", Access.needs(Right.LISTS));
        rows.add(GET, "/flags/**", Access.needs(Right.FLAGS));
        rows.add(ANY, "/agent/**", Access.needs(Right.AGENT));
        rows.add(POST, "/treatments/check", Access.needs(Right.TREATMENTS));
        rows.add(POST, "/treatments/**", Access.needs(Right.TREAT));
        rows.add(GET, "/treatments/**", Access.needs(Right.TREATMENTS));
        rows.add(POST, "/rules/**", Access.needs(Right.WEIGH));
        rows.add(GET, "/rules/**", Access.needs(Right.RULES));
        rows.add(ANY, "/test", Access.needs(Right.TEST));
        rows.add(GET, "/audit/**", Access.needs(Right.AUDIT));
        rows.add(ANY, "/people/**", Access.needs(Right.PEOPLE));
        rows.add(POST, "/evidence/packs/{block}/check", Access.needs(Right.CUSTODY));
        rows.add(POST, "/evidence/log/**", Access.needs(Right.CUSTODY));
        rows.add(POST, "/evidence/**", Access.needs(Right.EVIDENCE));
        rows.add(GET, "/evidence/**", Access.needs(Right.CUSTODY));
        rows.add(GET, "/reports/**", Access.needs(Right.REPORTS));
        rows.add(POST, "/reports/schedules/**", Access.needs(Right.SCHEDULE));
    }

    private static final class Rows {
        private final List<Route> made = new ArrayList<>();

        void add(Set<HttpMethod> methods, String pattern, Access access) {
            made.add(new Route(methods, PathPatternParser.defaultInstance.parse(pattern), access));
        }
    }
}
