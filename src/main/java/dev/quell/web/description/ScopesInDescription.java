package dev.quell.web.description;

import dev.quell.security.Access;
import dev.quell.security.Routes;
import dev.quell.security.people.Right;
import dev.quell.security.tokens.Scope;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/** Says of each operation which scopes of a token open it, as {@link Routes} has it. */
@Component
final class ScopesInDescription implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI description) {
        description
                .getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> say(path, method, operation)));
    }

    private static void say(String path, PathItem.HttpMethod method, Operation operation) {
        String example = path.replace("{list}", "blocklist").replaceAll("\\{[^}]*}", "1");
        Access access = Routes.of(HttpMethod.valueOf(method.name()), PathContainer.parsePath(example));
        List<String> scopes = scopes(access);
        operation.setSecurity(List.of(new SecurityRequirement().addList(DescriptionConfiguration.TOKEN, scopes)));
        String words = scopes.isEmpty() ? "For any token." : "For tokens with " + String.join(" or ", scopes) + ".";
        String before = operation.getDescription();
        operation.setDescription(before == null ? words : before + " " + words);
    }

    /** None: any will do. */
    private static List<String> scopes(Access access) {
        return switch (access) {
            case Access.Open(), Access.SignedIn() -> List.of();
            case Access.Needs(var rights) -> with(rights);
            case Access.Local(var right) -> with(Set.of(right));
            case Access.All() -> List.of(Scope.ADMIN.word());
        };
    }

    private static List<String> with(Set<Right> rights) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.rights().containsAll(rights))
                .map(Scope::word)
                .toList();
    }
}
