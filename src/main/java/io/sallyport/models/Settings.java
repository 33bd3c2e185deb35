package io.sallyport.models;

import io.sallyport.rules.boundary.Program;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of models and programs.
 *
 * @param programs each program's allow-list, by its name (S01, S02, S04)
 * @param uploadSizeMax a data set that is uploaded through the product; more is refused, and
 *     nothing of it is left behind
 */
@ConfigurationProperties("sallyport.models")
record Settings(
    @DefaultValue Map<String, Program> programs,
    @DefaultValue("512MB") DataSize uploadSizeMax) {}
