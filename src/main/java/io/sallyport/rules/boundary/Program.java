package io.sallyport.rules.boundary;

import java.util.List;

/**
 * What a program may use (S01, S02, S04): its allow-list. Nothing outside it may be named by a
 * submission.
 *
 * @param tier the tier of a model until the authorizing official sets another
 * @param dataBuckets buckets that submissions may read from
 * @param imageRepositories ECR repositories that training and inference images may come from
 * @param images images that a draft proposes, by digest
 * @param consumers principals that may be named as consumers of an endpoint
 */
public record Program(
    String name,
    String account,
    String region,
    Tier tier,
    List<String> dataBuckets,
    List<String> imageRepositories,
    List<String> images,
    List<String> subnets,
    List<String> securityGroups,
    List<String> keys,
    List<String> trainingRoles,
    List<String> servingRoles,
    List<String> instanceTypes,
    List<String> consumers,
    int maximumInstances) {}
