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
        templates: TEMPLATES.map(({ id, version, title, purpose, people, minutes, steps }) => ({
          id,
          version,
          title: title[locale],
          purpose: purpose[locale],
          people: people[locale],
          minutes,
          steps: steps.map((step) => ({ title: step.title[locale], minutes: step.minutes, say: step.say[locale] })),
        })),
      };
    },
  );
};
