package dev.quell.web.paging;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says in the interface's description that a list has pages. */
@Parameter(
        in = ParameterIn.QUERY,
        name = Paging.PAGE,
        description = "a place in the list, as the Link header of another page has it",
        schema = @Schema(type = "string", maxLength = 4096))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InPages {}
