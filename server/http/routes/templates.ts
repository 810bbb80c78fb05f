/** The library of templates, in the asker's language. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { TEMPLATES } from '../../../shared/templates/library.ts';
import { preferredLocale } from '../messages.ts';
import { templatesSchema } from '../schemas.ts';

export const templateRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/templates',
    { schema: { summary: 'The templates a board can be made from', response: { 200: templatesSchema } } },
    async (request) => {
      const locale = preferredLocale(request.headers['accept-language']);
      return {
        templates: TEMPLATES.map((template) => ({
          id: template.id,
          version: template.version,
          title: template.title[locale],
          purpose: template.purpose[locale],
          people: template.people[locale],
          minutes: template.minutes,
          isMode: template.isMode ?? false,
          bricks: [...template.bricks],
          steps: template.steps.map(({ title, minutes, say, part }) => ({
            ...{ title: title[locale], minutes, say: say[locale] },
            ...(part && { part: part[locale] }),
          })),
        })),
      };
    },
  );
};
