package dev.quell.web.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document at {@code /api/v1/openapi}. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {
    static final String TOKEN = "token";

    @Bean
    OpenAPI description(BuildProperties build) {
        return new OpenAPI()
                .info(new Info()
                        .title("Quell")
                        .version(build.getVersion())
                        .description("Times are ISO 8601, lengths of time too (in requests also 24h or 7d). Numbers are"
                                + " national, E.164, short, or withheld. Errors are problems (RFC 9457) whose faults name"
                                + " the fields and what would be right."))
                // Relative: what a Host header says is not repeated.
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
