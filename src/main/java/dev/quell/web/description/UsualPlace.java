package dev.quell.web.description;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v3/api-docs}: where tools look for the description first. */
@Hidden
@RestController
final class UsualPlace {

    @GetMapping("/v3/api-docs")
    ResponseEntity<Void> description() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/api/v1/openapi"))
                .build();
    }
}
