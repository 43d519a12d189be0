"""Plans and dossiers of any size, which all jobs share."""

import random

import attrs

import customs_coop as cc

__all__ = ["large_dossier", "large_plan"]


def large_plan(actions: int) -> cc.ActionPlan:
    """A plan of that many actions, made of the bundled ones under new codes."""
    plan = cc.bundled_dossier().plan_by_id("AP1")
    pool = tuple(plan)
    made = [
        attrs.evolve(
            pool[n % len(pool)],
            code=f"{n // 100 + 1}.{n % 100 + 1}",
            aliases=(),
            links=(),
            work_area=str(n // 100 + 1),
        )
        for n in range(actions)
    ]
    areas = [cc.WorkArea(code=str(n + 1), title=f"Area {n + 1}") for n in range(actions // 100 + 1)]
    return attrs.evolve(plan, actions=tuple(made), work_areas=areas)


def large_dossier(actions: int, links: int) -> cc.Dossier:
    """Plans of 1,000 actions each, whose links lead to actions shortly before."""
    chance = random.Random(5)  # noqa: S311 - the same figures in each run, no secret
    refs = [
        cc.ActionRef(f"AP{n // 1000 + 1}", f"{n // 1000 + 1}.{n % 1000}") for n in range(actions)
    ]
    kinds = (cc.LinkKind.AWAITS, cc.LinkKind.DEPENDS_ON, cc.LinkKind.TAKES_UP)
    met: set[tuple[int, int]] = set()
    while len(met) < links:
        later = chance.randrange(1, actions)
        met.add((later, chance.randrange(max(0, later - 1000), later)))
    found: list[list[cc.Link]] = [[] for _ in refs]
    for later, earlier in sorted(met):
        kind = kinds[(later + earlier) % len(kinds)]
        # A link that was read has an address of its own.
        target = cc.ActionRef(refs[earlier].plan, str(refs[earlier].code))
        found[later].append(cc.Link(kind=kind, target=target, text=f"awaits {earlier}"))
    made = [
        cc.Action(code=ref.code, title="", links=its) for ref, its in zip(refs, found, strict=True)
    ]
    plans = [
        cc.ActionPlan(id=refs[start].plan, title="", actions=made[start : start + 1000])
        for start in range(0, actions, 1000)
    ]
    return cc.Dossier(plans=plans)
